using Platform.Contracts;

namespace Platform.Gateway.Tests;

/// <summary>Whatever is sent to an operation of the gateway's own API, it is answered, and never with another's account.</summary>
public sealed class FuzzTests(Databases given)
{
    [Fact]
    public async Task NothingSent_IsAnswered500_OrWithWhatIsAnothers()
    {
        var other = await given.Host.GivenUserAsync(Roles.PartnerLead, "MEL");
        var fuzz = new FuzzedService(given.Host.Address, "gateway", (_, _) => []);
        using var nobody = new Browser(given.Host.Address);
        await fuzz.AssertAsync(nobody.SendAsync, other.Email!);
        foreach (var (role, partnership) in new[] { (Roles.PartnerLead, "RUT"), (Roles.Officer, null) })
        {
            using var browser = await given.Host.GivenSignedInAsync(role, partnership);
            await fuzz.AssertAsync(browser.SendAsync, other.Email!);
        }
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        await fuzz.AssertAsync(administrator.SendAsync);
    }
}
