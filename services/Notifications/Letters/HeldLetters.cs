using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Keeping;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Letters;

/// <summary>Who somebody is to letters, and the letters that they were sent.</summary>
internal sealed class HeldLetters(NotificationsContext db) : IHoldsPeople
{
    public async Task<IReadOnlyList<HeldData>> FindAsync(Subject subject, CancellationToken cancellationToken)
    {
        var same = LikePattern.Exactly(subject.Address);
        var contacts = await db
            .Contacts.AsNoTracking()
            .Where(c => subject.UserIds.Contains(c.UserId) || EF.Functions.ILike(c.Email, same))
            .ToListAsync(cancellationToken);
        var letters = await db
            .Letters.AsNoTracking()
            .Where(l => subject.UserIds.Contains(l.RecipientId) || EF.Functions.ILike(l.ToAddress, same))
            .OrderBy(l => l.Position)
            .ToListAsync(cancellationToken);
        return
        [
            .. contacts.Select(c => new HeldData(
                DataKinds.Contacts,
                "Who they are to letters",
                [
                    new("Name", c.Name),
                    new("Email address", c.Email),
                    new("Where they work", $"{c.Partnership}"),
                    new("Roles", string.Join(", ", c.Roles)),
                    new("Written to", c.Active ? "yes" : "no"),
                ]
            )),
            .. letters.Select(l => new HeldData(
                DataKinds.Letters,
                "A letter",
                [
                    new("Written", London.Moment(l.QueuedAt)),
                    new("To", $"{l.ToName}, {l.ToAddress}"),
                    new("Subject", l.Subject),
                    new("Words", l.Text),
                ]
            )),
        ];
    }
}
