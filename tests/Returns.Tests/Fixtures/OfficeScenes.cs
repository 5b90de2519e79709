using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Returns.Tests.Fixtures;

/// <summary>What tests of the office's side begin from.</summary>
internal static class OfficeScenes
{
    extension(RunningService<ReturnsService> service)
    {
        /// <summary>
        /// The return that <see cref="ReturnsScenes.OpenReturnAsync"/> gives, filled in and certified at that instant: it is then.
        /// </summary>
        public async Task<Return> SubmittedAsync(
            DateTimeOffset? at = null,
            Partnership? partnership = null,
            string programme = "Community safety fund",
            string nil = ""
        )
        {
            var opened = await service.OpenReturnAsync(partnership, programme);
            service.Clock.Now = at ?? Given.In(2024, 7, 20);
            return await service.CertifyAsync(opened.Id, nil);
        }

        /// <summary>Fills in a return and certifies it now, without going through the pages.</summary>
        public Task<Return> CertifyAsync(Guid id, string nil = "") =>
            service.ReadAsync(
                async (ReturnsContext db) =>
                {
                    var (owed, now) = (
                        await db.Returns.SingleAsync(r => r.Id == id, TestContext.Current.CancellationToken),
                        service.Clock.Now
                    );
                    foreach (var intervention in owed.Interventions)
                        Assert.True(owed.SaveLine(Given.LineOf(intervention), owed.Version, Given.Editor, now).IsDone);
                    owed.SaveWhole(Given.Editor, now);
                    if (nil.Length > 0)
                        Assert.True(
                            owed.Save(new NilAnswers(nil), Given.NoOthers, Given.Community, owed.Version, Given.Editor, now).IsDone
                        );
                    Assert.True(owed.HandOver(Given.Editor, now).IsDone);
                    db.Add(owed.Submit(null, [], Given.Lead, now).Value!);
                    await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                    return owed;
                }
            );

        /// <summary>Saves an intervention as the editor.</summary>
        public Task SaveLineAsync(Guid id) =>
            service.ReadAsync(
                async (ReturnsContext db) =>
                {
                    var owed = await db.Returns.SingleAsync(r => r.Id == id, TestContext.Current.CancellationToken);
                    Assert.True(owed.SaveLine(Given.LineOf(Given.Hardening), owed.Version, Given.Editor, service.Clock.Now).IsDone);
                    return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                }
            );

        /// <summary>A programme of its own, with one grant that runs from April 2024 to March 2025; it is 8 April 2024.</summary>
        public async Task<(string Name, IReadOnlyList<Return> Returns)> ProgrammeAsync(Partnership? partnership = null)
        {
            var name = $"Fund {Guid.NewGuid():N}";
            service.Clock.Now = Given.In(2024, 4, 8);
            return (
                name,
                await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2025, 3, 31), service.Clock.Now, partnership, programme: name))
            );
        }

        public Task<Programme> RulesAsync(string name) =>
            service.ReadAsync((ReturnsContext db) => db.Programmes.SingleAsync(p => p.Name == name, TestContext.Current.CancellationToken));

        public async Task<string> EventsAsync(Guid id) => string.Join(' ', (await service.LogOfAsync(id)).Select(r => r.Type));

        public Task OpenDueAsync() => service.SweepAsync<OpenDueReturns>();
    }
}
