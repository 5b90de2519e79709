using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids;

/// <summary>Describes the parameters in the API's addresses.</summary>
internal static class AddressedThings
{
    public static TBuilder OfBid<TBuilder>(this TBuilder endpoint, string parameter = "reference")
        where TBuilder : IEndpointConventionBuilder => endpoint.WithParameter(parameter, "The bid's reference: CSP2025-MEL-03.");

    public static TBuilder OfRound<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithParameter("reference", "The round's reference: CSP2025.");
}
