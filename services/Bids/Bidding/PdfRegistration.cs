using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids.Bidding;

internal static class PdfRegistration
{
    /// <summary>What prints pages.</summary>
    public static ServiceBuilder Pdf(this ServiceBuilder service)
    {
        service.Services.AddSingleton<ToPdf>();
        return service;
    }
}
