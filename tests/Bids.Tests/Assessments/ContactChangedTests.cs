using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests.Assessments;

public sealed class ContactChangedTests(RunningService<BidsService> service)
{
    private readonly Guid user = Guid.NewGuid();

    private ContactChanged At(int version, bool active = true, Partnership? partnership = null, string role = Roles.Assessor) =>
        new(user, version, Given.InTime, Person.Platform, new($"Name {version}", "a@opcc.example", partnership, [role], active));

    [Fact]
    public async Task Changed_OlderVersionLaterAndTwice_NewestStays()
    {
        await service.DeliverAsync(At(2));
        await service.DeliverAsync(At(3));
        await service.DeliverAsync(At(1), Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(("Name 3", true), await PersonAsync());
        await service.DeliverAsync(At(4, active: false));
        Assert.Equal(("Name 4", false), await PersonAsync());
    }

    [Fact]
    public async Task Changed_OtherRoleOrAPartnership_MayNotAssess()
    {
        await service.DeliverAsync(At(1));
        await service.DeliverAsync(At(2, role: Roles.Officer));
        Assert.Equal(("Name 2", false), await PersonAsync());
        await service.DeliverAsync(At(3, partnership: Partnership.Get("MEL")));
        Assert.Equal(("Name 3", false), await PersonAsync());
    }

    [Fact]
    public async Task Changed_SomebodyOfAPartnership_SubmitsItsBidsAndAssessesNone()
    {
        await service.DeliverAsync(At(1, partnership: Partnership.Get("MEL"), role: Roles.PartnerLead));
        Assert.Equal(("Name 1", false), await PersonAsync());
        var leads = await service.ReadAsync((BidsContext db) => db.WhoMayAsync(LinkedActs.SubmitBid, Partnership.Get("MEL"), default));
        Assert.Contains("Name 1", leads.Select(p => p.Name));
        await service.DeliverAsync(At(2, active: false, partnership: Partnership.Get("MEL"), role: Roles.PartnerLead));
    }

    private Task<(string Name, bool MayAssess)> PersonAsync() =>
        service.ReadAsync(
            async (BidsContext db) =>
                (
                    (await db.Set<KnownPerson>().AsNoTracking().SingleAsync(p => p.UserId == user)).Name,
                    (await db.WhoMayAsync(LinkedActs.AssessBids, null, default)).Any(p => p.UserId == user)
                )
        );
}
