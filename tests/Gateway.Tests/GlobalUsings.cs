global using Platform.Gateway.Data;
global using Platform.Gateway.People;
global using Platform.Gateway.SignIn;
global using Platform.Gateway.Team;
