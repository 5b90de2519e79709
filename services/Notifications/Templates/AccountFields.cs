using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>Fields of a letter with a one-time link. The link's code is filled in when it is sent.</summary>
internal sealed record LinkFields(Office Office, string To, string Path, Person By, IssuedLink Details) : LetterFields(Office, To, Path)
{
    public string Sender => By.UserId == Guid.Empty ? TheOffice : By.Name;
    public string Until => London.Moment(Details.Until);
    public string Address => Details.To.Email;
}

/// <summary>Fields of the letter about a change of an account.</summary>
internal sealed record AccountChangedFields(Office Office, string To, ContactChanged Happened) : LetterFields(Office, To, "/account")
{
    public string Account => Happened.Details.Name;
    public string Sender =>
        Happened.By.UserId == Happened.Id ? "the owner of the account"
        : Happened.By.UserId == Guid.Empty ? "the platform"
        : Happened.By.Name;
    public string Happening => Exact(Happened.At);
    public IReadOnlyList<string> Changes => Happened.Changes;
}
