using Platform.Contracts;
using Platform.Local;
using Platform.ServiceDefaults.Callers;

namespace Platform.Testing;

/// <summary>The keys of one run of tests.</summary>
public static class TestKeys
{
    /// <summary>The gateway's private key.</summary>
    public static readonly string CallerKey = CallerSigner.NewKey();

    /// <summary>Signs as the gateway does.</summary>
    public static readonly CallerSigner Callers = new(CallerKey, []);

    /// <summary>The certificate that the keys of sessions are encrypted for.</summary>
    public static readonly string Session = SelfSigned.NewPem();

    /// <summary>The private key that the codes of one-time links are sealed for.</summary>
    public static readonly string Links = SelfSigned.NewKey();

    /// <summary>A caller token for a service, of now, of somebody who has just given their password again.</summary>
    public static string CallerToken(string service, Person person, Partnership? partnership, params string[] roles)
    {
        var now = TimeProvider.System.GetUtcNow();
        return Callers.Issue(service, person, roles, partnership, now, $"{now.AddMinutes(5).ToUnixTimeSeconds()}");
    }
}
