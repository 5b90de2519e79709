using System.Security.Claims;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Callers;

/// <summary>Who asks, and when the question arrived. Injected; what a caller may see follows from it.</summary>
/// <param name="Person">The person; nobody's is <see cref="Guid.Empty"/>.</param>
/// <param name="Roles">Their roles.</param>
/// <param name="Partnership">Whose things they see; null for the office and for nobody.</param>
/// <param name="At">The instant at which their request reached the gateway: what deadlines are decided by.</param>
/// <param name="SeesEverything">Whether other partnerships' things exist for them.</param>
public sealed record Caller(Person Person, IReadOnlyList<string> Roles, Partnership? Partnership, DateTimeOffset At, bool SeesEverything)
{
    /// <summary>The claim that holds the partnership's code.</summary>
    public const string PartnershipClaim = "partnership";

    /// <summary>Whether one of the caller's roles may do that.</summary>
    public bool May(Act act) => act.IsFor(Roles);

    /// <summary>The platform itself, for consumers and jobs.</summary>
    public static Caller Platform(DateTimeOffset at) => new(Person.Platform, [], null, at, true);

    /// <summary>The caller whom a caller token describes; somebody without one sees nothing that belongs to a partnership.</summary>
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
