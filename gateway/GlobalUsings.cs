global using Platform.Gateway.Data;
global using Platform.Gateway.Forwarding;
global using Platform.Gateway.People;
global using Platform.Gateway.Reference;
global using Platform.Gateway.Security;
global using Platform.Gateway.SignIn;
global using Platform.Gateway.Stock;
