import type { Listener } from '../listener.ts';
import { caseButtons } from './case-buttons.ts';
import { caseForms } from './case-forms.ts';
import { choiceButton } from './choice-button.ts';
import { complaintCommand } from './complaint-command.ts';
import { complaintShortcut } from './complaint-shortcut.ts';
import { contractButtons } from './contract-buttons.ts';
import { directMessage } from './direct-message.ts';
import { feedbackButton } from './feedback-button.ts';
import { home } from './home.ts';
import { mention } from './mention.ts';
import { pictureButton } from './picture-button.ts';
import { policyButtons } from './policy-buttons.ts';
import { policyReason } from './policy-reason.ts';
import { promoCommand } from './promo-command.ts';
import { renewalWeekButton } from './renewal-week-button.ts';
import { renewalsCommand } from './renewals-command.ts';
import { termButtons } from './term-buttons.ts';
import { termForms } from './term-forms.ts';
import { threadMessage } from './thread-message.ts';
import { welcome } from './welcome.ts';

/** Everything that the bot listens to. */
export const LISTENERS: readonly Listener[] = [
  mention,
  directMessage,
  threadMessage,
  promoCommand,
  complaintCommand,
  complaintShortcut,
  caseButtons,
  caseForms,
  choiceButton,
  feedbackButton,
  pictureButton,
  policyButtons,
  contractButtons,
  policyReason,
  renewalsCommand,
  termButtons,
  termForms,
  renewalWeekButton,
  home,
  welcome,
];
