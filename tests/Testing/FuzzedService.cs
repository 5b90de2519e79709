using System.Globalization;

namespace Platform.Testing;

/// <summary>Fuzzes a running service: a small part of what <c>tests/security</c> does with the whole platform.</summary>
/// <param name="address">Where it answers.</param>
/// <param name="service">The folder of its description: "services/Bids".</param>
/// <param name="known">As <see cref="Fuzz"/> takes it.</param>
public sealed class FuzzedService(string address, string service, Func<string, string, IReadOnlyList<string>> known)
{
    // FUZZ_EACH=200 looks for longer.
    private static readonly int Each = int.Parse(Environment.GetEnvironmentVariable("FUZZ_EACH") ?? "1", CultureInfo.InvariantCulture);

    private int asked;

    /// <summary>Sends every operation as somebody, and asserts that each is answered and tells nothing that they may not read.</summary>
    /// <param name="send">Sends as them.</param>
    /// <param name="secrets">Words that they may not read.</param>
    public async Task AssertAsync(Func<HttpRequestMessage, Task<HttpResponseMessage>> send, params string[] secrets)
    {
        var faults = new List<string>();
        foreach (var request in new Fuzz(OpenApiDocument.CheckedIn(service), asked++, known).Requests(Each))
        {
            using var answer = await send(request.To(new(address)));
            var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (Fuzz.Fault(request, (int)answer.StatusCode, said, secrets) is { } fault)
                faults.Add(fault);
        }
        Assert.True(faults is [], string.Join('\n', faults));
    }
}
