using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>An account as an administrator typed it.</summary>
public sealed class TypedAccount
{
    /// <summary>The value of <see cref="Partnership"/> for the commissioner's office.</summary>
    public const string Office = "office";

    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>A partnership's code, or <see cref="Office"/>.</summary>
    public string? Partnership { get; set; }

    public List<string> Roles { get; set; } = [];
}

/// <summary>What an account says about a person.</summary>
internal sealed record AccountDetails(string Name, string Email, Partnership? Partnership, IReadOnlyList<string> Roles)
{
    /// <summary>"Jo Lead, jo@melton.example, Melton, partnership lead".</summary>
    public string Words => string.Join(", ", [Name, Email, Where, Does]);

    private string Where => Partnership?.Name ?? "the commissioner’s office";

    private string Does => WordList.Of(Roles.Select(RoleNames.Full).DefaultIfEmpty("nothing"));

    /// <summary>What is different from before, a sentence each.</summary>
    public IReadOnlyList<string> Since(AccountDetails before)
    {
        var same = Roles.ToHashSet().SetEquals(before.Roles);
        return
        [
            .. Name == before.Name ? [] : new[] { $"Name: {Name}, was {before.Name}" },
            .. Email == before.Email ? [] : new[] { $"Email address: {Email}, was {before.Email}" },
            .. Partnership == before.Partnership ? [] : new[] { $"Works at: {Where}, was {before.Where}" },
            .. same ? [] : new[] { $"May do: {Does}, was {before.Does}" },
        ];
    }

    /// <summary>Reads what was typed.</summary>
    /// <returns>Null when something is missing or wrong.</returns>
    public static AccountDetails? Read(TypedAccount typed, List<Problem> problems)
    {
        var name = TypedText.Line(typed.Name);
        var email = EmailAddress.Read(typed.Email);
        var partnership = Contracts.Partnership.Find(typed.Partnership);
        if (name.Length == 0)
            problems.Add(new(nameof(typed.Name), "Enter their full name"));
        else if (name.Length > 200)
            problems.Add(new(nameof(typed.Name), "Full name must be 200 characters or less"));
        if (TypedText.Line(typed.Email).Length == 0)
            problems.Add(new(nameof(typed.Email), "Enter their email address"));
        else if (email is null)
            problems.Add(new(nameof(typed.Email), EmailAddress.Problem));
        var isPlace = partnership is not null || typed.Partnership == TypedAccount.Office;
        if (!isPlace)
            problems.Add(new(nameof(typed.Partnership), "Select where they work"));
        if (typed.Roles.Count == 0)
            problems.Add(new(nameof(typed.Roles), "Select what they can do"));
        else if (typed.Roles.Except(Contracts.Roles.All).Any())
            problems.Add(new(nameof(typed.Roles), "Select what they can do from the list"));
        else if (isPlace)
            CheckPlace(typed, partnership, problems);
        return problems.Count == 0 ? new(name, email!, partnership, typed.Roles) : null;
    }

    private static void CheckPlace(TypedAccount typed, Partnership? partnership, List<Problem> problems)
    {
        var ofPartnership = typed.Roles.Intersect(Contracts.Roles.OfPartnerships).Any();
        var ofOffice = typed.Roles.Except(Contracts.Roles.OfPartnerships).Any();
        if (partnership is null && ofPartnership)
            problems.Add(
                new(nameof(typed.Roles), "Editor, lead and chair are roles of a partnership: select a partnership, or other roles")
            );
        if (Guarded.Clash(typed.Roles) is var (one, other))
            problems.Add(
                new(
                    nameof(typed.Roles),
                    $"One person cannot be {RoleNames.InSentence(one)} and {RoleNames.InSentence(other)}: each is there to check the other"
                )
            );
        if (partnership is not null && ofOffice)
            problems.Add(new(nameof(typed.Roles), $"Somebody at {partnership} can only be an editor, a lead or a chair"));
    }
}
