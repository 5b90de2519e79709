using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>Reads e-mail addresses as people type them.</summary>
public static partial class EmailAddress
{
    /// <summary>The longest address that mail servers accept (RFC 5321).</summary>
    public const int Longest = 254;

    /// <summary>The message for an address that cannot work.</summary>
    public const string Problem = "Enter an email address in the correct format, like name@example.com";

    /// <summary>
    /// The address without invisible characters. A domain in another script comes back as mail servers know it ("xn--..."), so that nobody
    /// mistakes it for one that looks the same.
    /// </summary>
    /// <returns>Null where no mail server could deliver to it: a part is missing, is too long, or has impossible characters.</returns>
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
            var host =
                typed.All(char.IsAscii) ? typed
                : Letters().IsMatch(typed.ToLowerInvariant())
                    ? new IdnMapping { UseStd3AsciiRules = true }.GetAscii(typed.ToLowerInvariant())
                : "";
            return Domain().IsMatch(host) ? host : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // RFC 5321's dot-string; hardly any mailbox has the quoted form.
    [GeneratedRegex(@"^(?=.{1,64}\z)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex User();

    // Mail servers fold other characters, such as wide letters and accents that stand apart, into these, which takes tables that a program
    // without the system's languages (ICU) does not have: one that is not folded names another domain.
    [GeneratedRegex(@"^[a-z0-9.\-ß-öø-ıĵ-ľł-ňŋ-žά-ώа-џ]+\z")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?=[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex Domain();
}
