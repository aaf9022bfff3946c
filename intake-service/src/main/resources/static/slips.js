// The slips of e-mail addresses. Loaded by form.js where somebody is about to type one.

// What people mistype; the hosts of mail that many have here, and some that are like them and no slip.
const HOSTS = ('gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com live.com msn.com comcast.net att.net '
  + 'sbcglobal.net verizon.net cox.net charter.net earthlink.net bellsouth.net protonmail.com googlemail.com rocketmail.com '
  + 'yahoo.es hotmail.es outlook.es yahoo.com.mx hotmail.com.mx outlook.com.mx live.com.mx prodigy.net.mx').split(' ');
const ALIKE = 'mail.com email.com ymail.com gmx.com gmx.net me.com mac.com live.ca yahoo.ca hotmail.ca proton.me pm.me'.split(' ');
const ENDS = {con: 'com', cmo: 'com', ocm: 'com', comm: 'com', coom: 'com', vom: 'com', xom: 'com', cim: 'com', cpm: 'com',
  nte: 'net', ent: 'net', met: 'net', ogr: 'org', orgg: 'org', edi: 'edu', deu: 'edu'};

// Damerau and Levenshtein: letters wrong, missing, too many or swapped.
function slips(one, other) {
  const rows = [Array.from({length: other.length + 1}, (none, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[one.length][other.length];
}

// The address that was probably meant; nothing where the one typed may well be right.
export function meant(typed) {
  const at = typed.lastIndexOf('@');
  const host = typed.slice(at + 1).toLowerCase().replace(/[,;\s]+/g, '.').replace(/\.{2,}/g, '.').replace(/^\.|\.$/g, '');
  if (at < 1 || !host) return '';
  const to = better => better === typed.slice(at + 1).toLowerCase() ? '' : typed.slice(0, at + 1) + better;
  if (HOSTS.includes(host) || ALIKE.includes(host)) return to(host);
  const whole = HOSTS.find(one => one.split('.')[0] === host || one.replace(/\./g, '') === host);
  const near = HOSTS.map(one => [slips(host, one), one]).sort((a, b) => a[0] - b[0])[0];
  if (whole) return to(whole);
  if (near[0] <= (near[1].length > 8 ? 2 : 1)) return to(near[1]);
  const end = host.slice(host.lastIndexOf('.') + 1);
  const real = ENDS[end];
  return real && host.includes('.') ? to(host.slice(0, -end.length) + real) : '';
}
