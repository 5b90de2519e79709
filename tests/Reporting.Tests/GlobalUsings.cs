global using Platform.Reporting.Audit;
global using Platform.Reporting.Data;
global using Platform.Reporting.Figures;
global using Platform.Reporting.Foi;
global using Platform.Reporting.Papers;
global using Platform.Reporting.Publication;
global using Platform.Reporting.Rebuild;
global using Platform.Reporting.Views;
