import type { Bilingual } from '../bilingual.ts';
import type { Directory } from '../people/directory.ts';
import type { Grant, Role } from '../people/role.ts';
import type { HomeSection } from './ports.ts';
import { section } from './views/blocks.ts';
import { said } from './views/home.ts';
import { item, stacked } from './views/markup.ts';

/** On the page of who has a role or a hall: what the bot takes him for. A wrong hall or a missing role shows at once. */
export function rolesSection(
  { hallOf }: Pick<Directory, 'hallOf'>,
  nameOf: (id: string) => Bilingual | null,
): HomeSection {
  return {
    name: 'your-roles',
    title: { zh: '我的角色', en: 'My roles' },
    blocks: async ({ user, grants, languages }) => {
      const named = (id: string): string => said(languages, nameOf(id) ?? { zh: id, en: id });
      const where = ({ outlets, halls }: Grant): string => {
        const places = [...(outlets ?? []).map(named), ...(halls ?? [])];
        return places.length === 0 ? said(languages, EVERYWHERE) : places.join(', ');
      };
      const hall = hallOf(user);
      const works = [hall?.outlet ?? null, hall?.hall ?? null].flatMap((one, index) =>
        one === null ? [] : [index === 0 ? named(one) : one],
      );
      const lines = [
        ...(works.length === 0 ? [] : [`${said(languages, WORKS)}${works.join(' ')}`]),
        ...grants
          .filter(({ role }) => role !== 'staff')
          .map((grant) => `${said(languages, ROLE_NAMES[grant.role])}: ${where(grant)}`),
      ];
      return lines.length === 0 ? [] : [section(stacked(lines.map((line) => item(line, LINE))))];
    },
  };
}

const LINE = 300;
const EVERYWHERE: Bilingual = { zh: '所有网点', en: 'everywhere' };
const WORKS: Bilingual = { zh: '所在网点: ', en: 'Works at: ' };

const ROLE_NAMES: Readonly<Record<Role, Bilingual>> = {
  staff: { zh: '员工', en: 'Staff' },
  manager: { zh: '维系主管', en: 'Manager' },
  'complaint-officer': { zh: '投诉专员', en: 'Complaint officer' },
  'policy-owner': { zh: '政策负责人', en: 'Policy owner' },
  administrator: { zh: '管理员', en: 'Administrator' },
};
