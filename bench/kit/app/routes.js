const { gzip } = require('node:zlib');
const govukPrototypeKit = require('govuk-prototype-kit');
const view = require('./data/view.json');
const router = govukPrototypeKit.requests.setupRouter();

// The kit packs nothing of its own. Where packing is asked for it gets the compressor and the level that we use.
router.get('/results', (request, response, next) => {
  response.render('results', { view }, (error, html) => {
    if (error) return next(error);
    if (!/\bgzip\b/.test(request.get('Accept-Encoding') ?? '')) return response.send(html);
    gzip(html, (fault, packed) => {
      if (fault) return next(fault);
      response.set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip' });
      response.send(packed);
    });
  });
});
