using System.Net.Mail;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications.Delivery;

/// <summary>What every letter needs to know about the office: the platform's address, the officer to contact, the sender.</summary>
/// <param name="PublicAddress">The gateway's address, as people see it.</param>
/// <param name="Contact">The officer whom recipients ask and reply to.</param>
/// <param name="From">The sender.</param>
internal sealed record Office(Uri PublicAddress, MailAddress Contact, MailAddress From)
{
    public static Office Read(IConfiguration configuration)
    {
        const string address = "Platform:PublicAddress";
        if (!Uri.TryCreate(configuration.Required(address), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"{address} is not an http or https address: {configuration[address]}.");
        return new(
            uri,
            Mailbox(configuration, "Platform:ContactEmail", configuration.Required("Platform:ContactName")),
            Mailbox(configuration, "Mail:From", null)
        );
    }

    /// <summary>A page's address in full: "https://example.org/bids/CSP2025-MEL-03".</summary>
    public Uri Link(string path) => new(PublicAddress.AbsoluteUri.TrimEnd('/') + path);

    private static MailAddress Mailbox(IConfiguration configuration, string key, string? name) =>
        MailAddress.TryCreate(configuration.Required(key), name, out var mailbox)
            ? mailbox
            : throw new InvalidOperationException($"{key} is not an e-mail address: {configuration[key]}.");
}
