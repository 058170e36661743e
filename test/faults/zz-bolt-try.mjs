import { openPeer } from '../peer/peer.ts';
import { startFaultProxy } from './proxy.ts';
import bolt from '@slack/bolt';
const peer=await openPeer(); const proxy=await startFaultProxy(peer.workspace);
const app=new bolt.App({token:proxy.botToken,appToken:proxy.appToken,socketMode:true,clientOptions:{slackApiUrl:proxy.apiUrl},logLevel:'error'});
app.event('app_mention',async({event,say,context})=>{console.log('mention',context.retryNum,context.retryReason);await say({text:'回 ',thread_ts:event.ts})});
await app.start(); await peer.botConnected();
proxy.sockets.duplicateNext(e=>e.payload?.event?.type==='app_mention');
let m=await peer.say({channel:'C0GENERAL',user:'U0SAM',text:'<@U0RETENTION> hi2'});
await peer.waitFor(s=>s.messages.C0GENERAL.length===3,{what:'two'});
if (process.argv[2]) {let t=Date.now(); proxy.sockets.drop(); await peer.waitFor(s=>!s.isBotConnected,{what:'gone'}); await peer.waitFor(s=>s.isBotConnected,{what:'back',withinMs:30000}); console.log('reconnected',Date.now()-t);}
console.log(performance.now()|0,'stopping'); await app.stop();  console.log(performance.now()|0,'app'); await proxy.stop(); console.log('proxy'); await peer.close(); console.log('peer', process.getActiveResourcesInfo());
