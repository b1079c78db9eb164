import { type Id, instantOf, makeId } from '@kith/core';
import { companies, openStore } from '@kith/store';
import { restAdapter } from '../rest-adapter.js';

const find = <Kind extends Element>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
};
const [form, list, status] = [find<HTMLFormElement>('form'), find('ul'), find('[role=status]')];

/** Who is signed in, which a host knows. Here each browser is somebody, so that everybody takes back their own steps. */
function visitor(): Id<'user'> {
  const known = localStorage.getItem('visitor') ?? makeId('user', instantOf(Date.now()), Math.random);
  localStorage.setItem('visitor', known);
  return known as Id<'user'>;
}

const store = await openStore({ adapter: restAdapter({ url: '/crm', lookEvery: 500 }), actor: visitor() });

// Open the page twice: what one adds, the other one shows.
store.watch(companies.all()).subscribe((all) => {
  list.replaceChildren(
    ...all.map(({ name }) => {
      const item = document.createElement('li');
      item.textContent = name;
      return item;
    }),
  );
});

const tell = (result: { readonly ok: boolean; readonly problem?: { readonly message: string } }): void => {
  status.textContent = result.problem?.message ?? '';
};
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  tell(await store.run(companies.create({ name: String(new FormData(form).get('name')) })));
  form.reset();
});
find('[name=undo]').addEventListener('click', async () => tell(await store.undo()));
