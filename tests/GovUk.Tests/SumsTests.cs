using Xunit;

namespace Platform.GovUk.Tests;

/// <summary>What a page adds up while people type, run as it is served, with a page that has one box.</summary>
public sealed class SumsTests(Host host)
{
    // The same values as those of Percentage: what is typed reads as what is saved will.
    [Theory]
    [InlineData("4,959.50", 9_000_00, 50, "£4,959.50 of match for £9,000 asked: 55%. This reaches the 50% that the round expects")]
    [InlineData("4,464", 9_000_00, 50, "£4,464 of match for £9,000 asked: 49.6%. The round expects 50%")]
    [InlineData("4,499.99", 9_000_00, 50, "£4,499.99 of match for £9,000 asked: 49.9%. The round expects 50%")]
    [InlineData("1", 8_00, 0, "£1 of match for £8 asked: 13%")]
    [InlineData("4,464", 9_000_00, 0, "£4,464 of match for £9,000 asked: 50%")]
    [InlineData("500", 0, 50, "£500 of match for £0 asked")]
    public async Task Ratio_OfWhatIsTyped_IsRoundedButNeverUpToWhatIsExpected(string typed, long of, int expected, string words)
    {
        var page = $$"""
            const output = { dataset: { sum: 'match', of: '{{of}}', expected: '{{expected}}' } }
            const box = { value: '{{typed}}', dataset: { amount: 'match' }, addEventListener() {} }
            globalThis.document = { querySelectorAll: selector => selector.startsWith('output') ? [output] : [box] }
            """;
        var script = await host.Client.GetStringAsync(GovUkAssets.AddressOf("sums.js"), TestContext.Current.CancellationToken);
        Assert.Equal(words, await Node.RunAsync($"{page}\n{script}\nprocess.stdout.write(output.textContent)"));
    }
}
