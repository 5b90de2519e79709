using Platform.ServiceDefaults.Hosting;

namespace Platform.Returns;

/// <summary>Describes the parameters in the API's addresses.</summary>
internal static class AddressedThings
{
    public static TBuilder OfReturn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .WithParameter("grantReference", "The reference of the grant that it reports on: CSP2025-MEL-03.")
            .WithParameter("quarter", "The quarter that it reports on: 2024-25-q2.");
}
