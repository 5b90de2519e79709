global using Platform.Notifications.Contacts;
global using Platform.Notifications.Data;
global using Platform.Notifications.Delivery;
global using Platform.Notifications.Letters;
global using Platform.Notifications.Templates;
