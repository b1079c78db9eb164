import config from '/tmp/wt/integ/web-test-runner.config.mjs';
import fs from 'node:fs';
const out = process.env.REP ?? '/tmp/rep/files.json';
export default { ...config, rootDir:'/tmp/wt/integ', reporters: [{ stop({ sessions }) {
  const rows = [...sessions].map(s => { const ds=[]; const walk=(x)=>{ if(!x) return; x.tests.forEach(t=>ds.push([t.name,t.duration??0,t.passed])); x.suites.forEach(walk);}; walk(s.testResults); return {file:s.testFile.replace('/tmp/wt/integ/',''), browser:s.browser.name, n:ds.length, sum:ds.reduce((a,b)=>a+b[1],0), slow:ds.sort((a,b)=>b[1]-a[1]).slice(0,6), failed:ds.filter(d=>!d[2]).map(d=>d[0]), err:s.errors?.length, status:s.status}; });
  fs.writeFileSync(out, JSON.stringify(rows));
}}] };
