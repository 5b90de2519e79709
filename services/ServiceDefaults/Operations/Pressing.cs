using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.ServiceDefaults.Operations;

/// <summary>Tells a second press of a button from somebody who goes back, types something else and presses again.</summary>
public static class Pressing
{
    /// <summary>
    /// The id of what a posted form makes: each press of the same form has the same one, and once anything in it is changed it has another.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="shown">Created when the page was shown, and posted with it; the time in it stays. Where it is empty, each press has an
    /// id of its own.</param>
    public static Guid IdOf(this PageModel page, Guid shown)
    {
        if (shown == Guid.Empty)
            return Guid.CreateVersion7();
        var typed = page.Request.Form.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}\n{string.Join('\n', f.Value!)}");
        var id = shown.ToByteArray(bigEndian: true);
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', typed))).AsSpan(0, 7).CopyTo(id.AsSpan(9));
        return new(id, bigEndian: true);
    }
}
