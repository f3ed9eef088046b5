import ZAFClient from 'zendesk_app_framework_sdk';

window.client = ZAFClient.init();
window.heard = [];
window.listen = (name) => window.client.on(name, (message) => window.heard.push({ name, message }));
