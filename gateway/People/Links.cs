using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Gateway.People;

/// <summary>
/// One-time links, which go by letter and are shown to nobody else. A newer one takes the place of those before it for the same purpose.
/// </summary>
internal sealed class Links(AccountsContext db, IConfiguration configuration, TimeProvider time)
{
    private const int MostAnHour = 5;

    /// <summary>Makes a link and has it sent, once the caller's transaction saves.</summary>
    /// <param name="user">Whose account it is about.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="address">The address that the account is to get; null where it keeps its own.</param>
    public async Task SendAsync(User user, LinkPurpose purpose, Person by, string? address = null)
    {
        var (code, now) = (Link.NewCode(), time.GetUtcNow());
        var open = db.Links.Where(l => l.UserId == user.Id && l.Purpose == purpose && l.UsedAt == null && l.Until > now);
        foreach (var before in await open.ToListAsync())
            before.End(now);
        var link = Link.Make(user.Id, purpose, address ?? user.Email!, code, now);
        db.Add(link);
        var to = purpose == LinkPurpose.NewAddress ? link.Address : user.Email!;
        var sealedCode = SealedCode.Seal(configuration.Required("Links:PublicKey"), code);
        user.Send(new(purpose, new(user.Name, to, user.Partnership, user.Roles, true), sealedCode, link.Until), by, now);
    }

    /// <summary>Whether so many were sent of late that no more are: a mailbox cannot be flooded.</summary>
    public async Task<bool> AreTooManyAsync(Guid userId, LinkPurpose purpose)
    {
        var hourAgo = time.GetUtcNow().AddHours(-1);
        return await db.Links.CountAsync(l => l.UserId == userId && l.Purpose == purpose && l.IssuedAt > hourAgo) >= MostAnHour;
    }

    /// <summary>The link of a code, and the account that it is about.</summary>
    /// <returns>Null when it has been used, is too old, or was never one, and when the account is disabled.</returns>
    public async Task<(Link Link, User User)?> FindAsync(string? code, params LinkPurpose[] purposes)
    {
        var (id, now) = (Link.IdOf(code ?? ""), time.GetUtcNow());
        var found = await (
            from link in db.Links
            join user in db.Users on link.UserId equals user.Id
            where link.Id == id && purposes.Contains(link.Purpose) && link.UsedAt == null && link.Until > now && !user.Disabled
            select new { link, user }
        ).SingleOrDefaultAsync();
        return found is null ? null : (found.link, found.user);
    }
}
