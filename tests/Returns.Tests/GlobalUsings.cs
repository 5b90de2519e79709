global using Platform.Forms.Attachments;
global using Platform.Returns.Chasing;
global using Platform.Returns.Data;
global using Platform.Returns.Returns;
global using Platform.Returns.Schedule;
