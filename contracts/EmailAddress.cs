using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>An address to which e-mail can be sent, as people type it.</summary>
public static partial class EmailAddress
{
    /// <summary>The longest address that mail servers take (RFC 5321).</summary>
    public const int Longest = 254;

    /// <summary>What is said of an address that cannot work.</summary>
    public const string Problem = "Enter an email address in the correct format, like name@example.com";

    /// <summary>
    /// The address without what cannot be seen. A domain in other letters comes back as mail servers know it ("xn--..."), so that nobody
    /// takes it for another.
    /// </summary>
    /// <returns>Null where no mail server could deliver to it: a part is missing, or has characters that it cannot have.</returns>
    public static string? Read(string? typed)
    {
        var text = TypedText.Line(typed);
        var at = text.LastIndexOf('@');
        if (at < 1 || !User().IsMatch(text[..at]) || Host(text[(at + 1)..]) is not { } host)
            return null;
        return $"{text[..at]}@{host}" is { Length: <= Longest } address ? address : null;
    }

    private static string? Host(string typed)
    {
        try
        {
            var host = typed.All(char.IsAscii) ? typed : new IdnMapping { UseStd3AsciiRules = true }.GetAscii(typed);
            return Domain().IsMatch(host) ? host : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // RFC 5321's dot-string, without the quoted form that hardly any mailbox has.
    [GeneratedRegex(@"^(?=.{1,64}\z)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex User();

    [GeneratedRegex(@"^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?=[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex Domain();
}
