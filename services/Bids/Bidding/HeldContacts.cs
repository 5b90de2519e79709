using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Keeping;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Bidding;

/// <summary>The bids about which somebody is to be asked, as they stand and as they were submitted.</summary>
internal sealed class HeldContacts(BidsContext db) : IHoldsPeople
{
    public async Task<IReadOnlyList<HeldData>> FindAsync(Subject subject, CancellationToken cancellationToken)
    {
        var pattern = LikePattern.Containing(subject.Address);
        var bids = await db
            .Bids.FromSql($"select * from bids where contacts::text ilike {pattern}")
            .IgnoreQueryFilters()
            .AsNoTracking()
            .OrderBy(b => b.Reference)
            .ToListAsync(cancellationToken);
        var made = await db
            .Submissions.FromSql($"select * from submissions where personal ilike {pattern}")
            .IgnoreQueryFilters()
            .AsNoTracking()
            .OrderBy(s => s.At)
            .ToListAsync(cancellationToken);
        return
        [
            .. bids.SelectMany(b => Of($"Whom to ask about bid {b.Reference}", b.Contacts, subject)),
            .. made.Select(s => (At: s.At, Bid: s.Read()))
                .SelectMany(s =>
                    Of($"Whom to ask about bid {s.Bid.Reference}, as submitted at {London.Moment(s.At)}", s.Bid.Contacts, subject)
                ),
        ];
    }

    private static IEnumerable<HeldData> Of(string title, BidContacts contacts, Subject subject) =>
        from contact in new[] { contacts.Lead, contacts.Finance }
        where contact.Email.Equals(subject.Address, StringComparison.OrdinalIgnoreCase)
        select new HeldData(
            DataKinds.BidContacts,
            title,
            [
                new("Name", contact.Name),
                new("Job title", contact.Role),
                new("Email address", contact.Email),
                new("Telephone number", contact.Phone),
            ]
        );
}
