using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

/// <summary>No page of this service offers what it will refuse.</summary>
public sealed class OfferedTests(RunningService<ReturnsService> service)
{
    private static readonly Person Somebody = new(Guid.NewGuid(), "Olu Bello");

    [Fact]
    public async Task EveryLink_AsEachRoleInEachState_Opens()
    {
        var scheduled = (await service.ProgrammeAsync(Given.Melton)).Returns[3];
        var open = await service.OpenReturnAsync();
        var begun = await service.OpenReturnAsync();
        var ready = await service.OpenReturnAsync();
        await service.SaveLineAsync(begun.Id);
        await service.HandOverAsync(ready);
        var submitted = await service.SubmittedAsync();
        var accepted = await service.SubmittedAsync();
        var back = await service.SubmittedAsync();
        await service.AcceptAsync(accepted);
        await service.SendBackAsync(back, new SectionNote(ReturnSections.Rating, "Why green?"));
        var (nil, dropped) = (await service.SubmittedAsync(nil: "Nothing was done."), await service.OpenReturnAsync());
        await service.ActAsync(dropped, r => r.NotRequire("On paper", true, Given.Officer, service.Clock.Now));
        var chased = await service.OpenReturnAsync();
        await service.Officer.PostAndFollowAsync($"{chased.Address}/chase-now");

        await OfferedLinks.AssertOpenAsync(
            ServiceNames.Returns,
            [
                ("the officer", service.Officer),
                .. new[] { Roles.Finance, Roles.Assessor, Roles.Administrator, Roles.Board, Roles.MonitoringOfficer }.Select(r =>
                    (r, service.As(Somebody, null, r))
                ),
                ("an editor", service.Editor),
                ("a lead", service.Lead),
                ("a lead who wrote it", service.As(Given.Editor, Given.Melton, Roles.PartnerLead)),
                ("a chair", service.As(Somebody, Given.Melton, Roles.PartnerChair)),
                ("another partnership", service.As(Somebody, Partnership.Get("RUT"), Roles.PartnerLead)),
            ],
            [
                .. new[] { scheduled, open, begun, ready, submitted, accepted, back, nil, dropped, chased }.Select(r => r.Address),
                "/returns/programmes",
                "/returns/reminders",
                "/returns/lateness",
            ]
        );
    }
}
