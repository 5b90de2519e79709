using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Sends people their one-time links, and tells them and the administrators what was changed of an account. Goes by the account in the
/// message: a contact may not be known here yet.
/// </summary>
internal sealed class AccountConsumer(WriteLetters write, LetterTemplates templates) : IConsumer<LinkIssued>, IConsumer<ContactChanged>
{
    public Task Consume(ConsumeContext<LinkIssued> context)
    {
        var (happened, link) = (context.Message, context.Message.Details);
        var (template, path) = link.Purpose switch
        {
            LinkPurpose.Invitation => (templates.AccountInvited, "/account/accept-invitation"),
            LinkPurpose.PasswordReset => (templates.PasswordReset, "/account/reset-password"),
            LinkPurpose.NewAddress => (templates.AddressNew, "/account/confirm-address"),
            _ => (templates.AddressLeft, "/account/confirm-address"),
        };
        return write.ToAsync(
            About(happened, $"link {happened.Version}", link.To) with
            {
                TrueUntil = link.Until,
                Code = link.Code,
            },
            KnownContact.Of(happened.Id, link.To),
            template,
            (office, to) => new(office, to, $"{path}?code={SealedCode.Place}", happened.By, link),
            context.CancellationToken
        );
    }

    public async Task Consume(ConsumeContext<ContactChanged> context)
    {
        var (happened, account) = (context.Message, context.Message.Details);
        if (happened.Changes.Count == 0)
            return;
        var kind = $"account changed {happened.Version}";
        AccountChangedFields Fields(Office office, string to) => new(office, to, happened);
        // Whoever's account is made gets an invitation.
        var owners = happened.Version == 1 ? [] : new[] { account.Email, happened.Former?.Email };
        foreach (var address in owners.OfType<string>())
            await write.ToAsync(
                About(happened, address == account.Email ? kind : $"{kind} former", account),
                KnownContact.Of(happened.Id, account with { Email = address }),
                templates.AccountChanged,
                Fields,
                context.CancellationToken
            );
        if (!happened.IsPrivate)
            await write.RunAsync(
                Occasion.AtOffice(happened, "account changed", Roles.Administrator) with
                {
                    Barred = [happened.Id],
                    IsUrgent = true,
                    MayBeNobody = true,
                },
                templates.AccountChangedTold,
                (office, to) => Fields(office, to) with { Path = $"/account/people/{happened.Id}" },
                context.CancellationToken
            );
    }

    private static Occasion About(IEvent happened, string kind, Contact account) =>
        new(happened.Id, happened.Version, kind, account.Partnership, account.Roles) { IsUrgent = true };
}
