/**
 * The script of the report, inside the page: filters whose state stands in the URL's query (`?show=red&driver=go`), links
 * that open what they lead to, and a print with everything open. No framework; without it the page shows everything.
 */
export const script = `
'use strict';
(() => {
  const form = document.getElementById('filters');
  const { show, driver, open, close, shown } = form.elements;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const scenarios = all('details.scenario');
  const steps = all('.step');

  const apply = () => {
    const wants = ({ dataset }) =>
      (driver.value === '' || dataset.driver === driver.value) &&
      (show.value === 'all' || dataset.state === undefined || dataset.state.split(' ').includes(show.value));
    const ofDriver = ({ dataset }) => driver.value === '' || dataset.driver === driver.value;
    // Beside a red print the others stay: they are what it is compared with.
    for (const element of all('.print, .matrix [data-driver], .drivers > [data-driver]')) element.hidden = !ofDriver(element);
    for (const element of all('.finding')) element.hidden = element.dataset.driver !== undefined && !wants(element);
    for (const step of steps) {
      const prints = all('.print', step);
      step.hidden = prints.length > 0 ? !prints.some(wants) : show.value !== 'all';
    }
    for (const scenario of scenarios) {
      const left = all('.step', scenario).some((step) => !step.hidden);
      scenario.hidden = !left;
      if (show.value !== 'all' && left) scenario.open = true;
    }
    for (const row of all('.matrix tbody tr')) row.hidden = show.value !== 'all' && !all('td', row).some(wants);
    shown.value = steps.filter((step) => !step.hidden).length + ' of ' + steps.length + ' steps';
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    const named = (field, value) => [...field].some((one) => one.value === value);
    show.value = named(show, query.get('show')) ? query.get('show') : 'all';
    driver.value = named(driver.options, query.get('driver')) ? query.get('driver') : '';
    apply();
  };

  const write = () => {
    const query = new URLSearchParams();
    if (show.value !== 'all') query.set('show', show.value);
    if (driver.value !== '') query.set('driver', driver.value);
    const text = query.toString();
    history.replaceState(null, '', location.pathname + (text === '' ? '' : '?' + text) + location.hash);
    apply();
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    if (target.closest('[hidden]') !== null) {
      show.value = 'all';
      driver.value = '';
      write();
    }
    for (let around = target; around !== null; around = around.parentElement)
      if (around.tagName === 'DETAILS') around.open = true;
    target.scrollIntoView();
  };

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    for (const one of closed) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of closed) one.open = false;
  });
  open.addEventListener('click', () => { for (const one of scenarios) one.open = true; });
  close.addEventListener('click', () => { for (const one of scenarios) one.open = false; });
  form.addEventListener('change', write);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', read);
  addEventListener('hashchange', reveal);
  form.hidden = false;
  read();
  reveal();
})();
`;
