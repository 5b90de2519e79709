using System.Security.Claims;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Callers;

/// <summary>Who is calling, and when the request arrived. Injected; decides what the caller may see.</summary>
/// <param name="Person">The person; the id is <see cref="Guid.Empty"/> when nobody is signed in.</param>
/// <param name="Roles">Their roles.</param>
/// <param name="Partnership">The partnership whose things they see; null for the office and when nobody is signed in.</param>
/// <param name="At">The instant at which their request reached the gateway, which decides deadlines.</param>
/// <param name="SeesEverything">Whether they see every partnership's things.</param>
public sealed record Caller(Person Person, IReadOnlyList<string> Roles, Partnership? Partnership, DateTimeOffset At, bool SeesEverything)
{
    /// <summary>The claim that holds the partnership's code.</summary>
    public const string PartnershipClaim = "partnership";

    /// <summary>Whether one of the caller's roles may do that.</summary>
    public bool May(Act act) => act.IsFor(Roles);

    /// <summary>The platform itself, for consumers and jobs.</summary>
    public static Caller Platform(DateTimeOffset at) => new(Person.Platform, [], null, at, true);

    /// <summary>The caller that a caller token describes. Without a token, nothing that belongs to a partnership is visible.</summary>
    public static Caller From(ClaimsPrincipal user, DateTimeOffset at)
    {
        if (user.Identity?.IsAuthenticated != true || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return new(new Person(Guid.Empty, "Nobody"), [], null, at, false);
        var partnership = Contracts.Partnership.Find(user.FindFirstValue(PartnershipClaim));
        var roles = user.FindAll(ClaimTypes.Role).Select(c => c.Value).ToArray();
        var sees = partnership is null && roles.Any(Contracts.Roles.SeeingAll.Contains);
        return new(new Person(id, user.Identity.Name ?? ""), roles, partnership, at, sees);
    }
}
