import config from './jest.config.js';

/** The specs beside the sources: pure code, no database, no server. `npm run test:unit` answers in seconds. */
const { globalSetup: _setup, globalTeardown: _teardown, testTimeout: _patience, ...unit } = config;

export default { ...unit, roots: ['<rootDir>/src', '<rootDir>/web/src'] };
