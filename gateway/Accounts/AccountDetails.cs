using System.Net.Mail;
using Platform.Contracts;

namespace Platform.Gateway.Accounts;

/// <summary>Why something is refused, in the words that stand beside its field.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Text">What to do.</param>
/// <param name="Conflict">Whether what is asked is well formed, and clashes with what there is.</param>
internal sealed record Refusal(string Field, string Text, bool Conflict = false);

/// <summary>An account as an administrator typed it.</summary>
public sealed class TypedAccount
{
    /// <summary>The value of <see cref="Place"/> for the commissioner's office.</summary>
    public const string Office = "office";

    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>A partnership's code, or <see cref="Office"/>.</summary>
    public string? Place { get; set; }

    public List<string> Roles { get; set; } = [];
}

/// <summary>What an account says about a person.</summary>
internal sealed record AccountDetails(string Name, string Email, Partnership? Partnership, IReadOnlyList<string> Roles)
{
    /// <summary>Reads what was typed.</summary>
    /// <returns>Null when something is refused.</returns>
    public static AccountDetails? Read(TypedAccount typed, List<Refusal> refusals)
    {
        var (name, email, partnership) = (typed.Name?.Trim() ?? "", typed.Email?.Trim() ?? "", Contracts.Partnership.Find(typed.Place));
        if (name.Length == 0) refusals.Add(new(nameof(typed.Name), "Enter their full name"));
        else if (name.Length > 200) refusals.Add(new(nameof(typed.Name), "Full name must be 200 characters or less"));
        if (email.Length == 0) refusals.Add(new(nameof(typed.Email), "Enter their email address"));
        else if (!IsAddress(email)) refusals.Add(new(nameof(typed.Email), "Enter an email address in the correct format, like name@example.com"));
        var isPlace = partnership is not null || typed.Place == TypedAccount.Office;
        if (!isPlace) refusals.Add(new(nameof(typed.Place), "Select where they work"));
        if (typed.Roles.Count == 0) refusals.Add(new(nameof(typed.Roles), "Select what they can do"));
        else if (typed.Roles.Except(Contracts.Roles.All).Any()) refusals.Add(new(nameof(typed.Roles), "Select what they can do from the list"));
        else if (isPlace) CheckPlace(typed, partnership, refusals);
        return refusals.Count == 0 ? new(name, email, partnership, typed.Roles) : null;
    }

    private static void CheckPlace(TypedAccount typed, Partnership? partnership, List<Refusal> refusals)
    {
        var ofPartnership = typed.Roles.Intersect(Contracts.Roles.OfPartnerships).Any();
        var ofOffice = typed.Roles.Except(Contracts.Roles.OfPartnerships).Any();
        if (partnership is null && ofPartnership)
            refusals.Add(new(nameof(typed.Roles), "Editor, lead and chair are roles of a partnership: select a partnership, or other roles"));
        if (partnership is not null && ofOffice)
            refusals.Add(new(nameof(typed.Roles), $"Somebody at {partnership} can only be an editor, a lead or a chair"));
    }

    private static bool IsAddress(string email) =>
        email.Length <= 254 && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && MailAddress.TryCreate(email, out var read) && read.Address == email
        && read.Host.Contains('.', StringComparison.Ordinal);
}
