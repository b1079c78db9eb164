import type { Activity } from '@kith/core';
import { sentencesIn } from '../base/locale.js';
import type { Menu, MenuGroup } from '../parts/menu.js';
import { taskHandsMessages } from './hands.messages.js';
import type { TaskHost } from './task-host.js';

const KINDS: readonly Activity['kind'][] = ['task', 'call', 'email', 'meeting', 'note'];

/** What the list can be narrowed down to; it stays open while lines are ticked. */
export function filterMenu(host: TaskHost, menu: Menu): readonly MenuGroup[] {
  const say = sentencesIn(taskHandsMessages, host.locale);
  const { kinds, priority } = host.filter;
  const narrow = (filter: TaskHost['filter']): void => {
    host.narrow({ ...host.filter, ...filter });
    menu.update(filterMenu(host, menu));
  };
  const toggled = (kind: Activity['kind']): readonly Activity['kind'][] | undefined => {
    const next = kinds?.includes(kind) ? kinds.filter((each) => each !== kind) : [...(kinds ?? []), kind];
    return next.length === 0 || next.length === KINDS.length ? undefined : next;
  };
  return [
    {
      caption: say.kindsTitle,
      items: KINDS.map((kind) => ({
        label: say.kinds[kind],
        isChecked: kinds?.includes(kind) ?? false,
        choose: () => narrow({ kinds: toggled(kind) }),
      })),
    },
    {
      caption: say.priority,
      items: [
        {
          label: say.onlyHigh,
          isChecked: priority === 'high',
          choose: () => narrow({ priority: priority === 'high' ? undefined : 'high' }),
        },
      ],
    },
  ];
}
