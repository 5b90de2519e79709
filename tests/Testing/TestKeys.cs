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

    /// <summary>A caller token for a service, of now.</summary>
    public static string CallerToken(string service, Person person, Partnership? partnership, params string[] roles) =>
        Callers.Issue(service, person, roles, partnership, TimeProvider.System.GetUtcNow());
}
