import ZAFClient from 'zendesk_app_framework_sdk';

window.ZAFClient = ZAFClient;
