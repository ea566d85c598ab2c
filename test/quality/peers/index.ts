export { peerCustomer, peerCustomerOf, simplestOverlookedPeer, simplestPeer, simplestPeerAged } from './customer.js';
export type { PeerCustomer } from './customer.js';
export { peerScenario } from './journey.js';
export type { PeerScenario } from './journey.js';
export { throughChain } from './small.js';
