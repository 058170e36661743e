import type { People } from '../people/named.ts';
import { everywhere } from '../people/role.ts';

/** A person or a channel of the practice branch. All invented. The shapes are those of local-slack's configuration. */
export type PracticeUser = {
  readonly id: string;
  /** Plain ASCII: what one types after `@`. */
  readonly name: string;
  /** With the post, because it is all that the page shows when one picks whom to act as. */
  readonly real_name: string;
  readonly email: string;
  readonly tz: string;
};
export type PracticeChannel = {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly purpose: string;
  readonly is_private: boolean;
  readonly members: readonly string[];
};

export const PRACTICE_BOT = {
  appId: 'A0RETENTION',
  userId: 'U0RETENTION',
  name: 'retention-desk',
} as const;
export const PRACTICE_TEAM = {
  name: '临江分公司 Linjiang Branch',
  domain: 'linjiang-practice',
  teamId: 'T0LINJIANG',
} as const;

const TIME_ZONE = 'Asia/Shanghai';

// The page starts as the first person, in the first channel.
export const PRACTICE_USERS = {
  liNa: user('U0LINA', 'li-na', '李娜-核心乡镇合作厅'),
  sam: user('U0SAM', 'sam', 'Sam Reed (call agent)'),
  zhangWei: user('U0ZHANGWEI', 'zhang-wei', '张伟-城区合作厅'),
  wang: user('U0WANG', 'wang', '王主任-维系主管'),
  chenJing: user('U0CHENJING', 'chen-jing', '陈静-投诉专员'),
  olivia: user('U0OLIVIA', 'olivia', 'Olivia Grant (policy owner)'),
} as const satisfies Readonly<Record<string, PracticeUser>>;

const { liNa, sam, zhangWei, wang, chenJing, olivia } = PRACTICE_USERS;

export const PRACTICE_CHANNELS = {
  general: channel('C0GENERAL', {
    name: 'general',
    topic: '全员 Everyone',
    members: [liNa, sam, zhangWei, wang, chenJing, olivia],
  }),
  coreTownship: channel('C0CORETOWNSHIP', {
    name: 'core-township',
    topic: '核心乡镇 Core township halls',
    members: [liNa, wang, olivia],
  }),
  urban: channel('C0URBAN', {
    name: 'urban',
    topic: '城区 Urban halls and stores',
    members: [zhangWei, sam, wang, olivia],
  }),
  complaints: channel('C0COMPLAINTS', {
    name: 'complaints',
    topic: '投诉处理 Complaints',
    members: [liNa, sam, zhangWei, wang, chenJing],
  }),
  retentionManagers: channel('C0MANAGERS', {
    name: 'retention-managers',
    topic: '维系主管 Retention managers',
    members: [wang, chenJing, olivia],
    isPrivate: true,
  }),
} as const satisfies Readonly<Record<string, PracticeChannel>>;

/** Who has which role, and who works where. */
export const PRACTICE_PEOPLE: People = {
  named: [
    { who: { kind: 'user', id: wang.id }, grant: everywhere('manager') },
    { who: { kind: 'user', id: chenJing.id }, grant: everywhere('complaint-officer') },
    { who: { kind: 'user', id: olivia.id }, grant: everywhere('policy-owner') },
    { who: { kind: 'user', id: olivia.id }, grant: everywhere('administrator') },
  ],
  workplaces: [
    { user: liNa.id, outlet: 'core-township-hall', hall: '河口镇合作厅' },
    { user: zhangWei.id, outlet: 'urban-partner-hall', hall: '城东合作厅' },
  ],
};

/** Which channels hear of news for which outlet types. */
export const PRACTICE_SERVES: readonly {
  readonly channel: string;
  readonly outlets: readonly string[];
}[] = [
  { channel: PRACTICE_CHANNELS.coreTownship.id, outlets: ['core-township-hall'] },
  {
    channel: PRACTICE_CHANNELS.urban.id,
    outlets: ['own-hall', 'chain-core-store', 'urban-partner-hall'],
  },
];

function user(id: string, name: string, realName: string): PracticeUser {
  return { id, name, real_name: realName, email: `${name}@linjiang.example`, tz: TIME_ZONE };
}

type ChannelSketch = {
  readonly name: string;
  readonly topic: string;
  readonly members: readonly PracticeUser[];
  readonly isPrivate?: boolean;
};

function channel(id: string, sketch: ChannelSketch): PracticeChannel {
  return {
    id,
    name: sketch.name,
    topic: sketch.topic,
    purpose: sketch.topic,
    is_private: sketch.isPrivate ?? false,
    members: [...sketch.members.map((member) => member.id), PRACTICE_BOT.userId],
  };
}
