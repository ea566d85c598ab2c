export { engagement } from './engagement.js';
export { engagementInvariants } from './engagementInvariants.js';
