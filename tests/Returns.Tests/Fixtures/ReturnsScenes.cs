using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

[assembly: AssemblyFixture(typeof(RunningService<Platform.Returns.ReturnsService>))]
// The tests share a database and a clock.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Platform.Returns.Tests.Fixtures;

/// <summary>What tests of this service do with it.</summary>
internal static class ReturnsScenes
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    extension(RunningService<ReturnsService> service)
    {
        public Visitor Editor => service.As(Given.Editor, Given.Melton, Roles.PartnerEditor);
        public Visitor Lead => service.As(Given.Lead, Given.Melton, Roles.PartnerLead);
        public Visitor Officer => service.As(Given.Officer, null, Roles.Officer);

        /// <summary>Delivers a grant, waits until it has been handled, and gives its returns.</summary>
        public async Task<IReadOnlyList<Return>> GrantAsync(GrantMade made, Guid? messageId = null)
        {
            await service.DeliverAsync(made, messageId);
            return await service.ReadAsync(
                (ReturnsContext db) => db.Returns.Where(r => r.GrantId == made.Id).OrderBy(r => r.Quarter).ToListAsync(Cancellation)
            );
        }

        /// <summary>A return for April to June 2024 that is open: it is Tuesday 2 July, noon. Due on Wednesday 31 July.</summary>
        public async Task<Return> OpenReturnAsync(Partnership? partnership = null, string programme = "Community safety fund")
        {
            service.Clock.Now = Given.In(2024, 4, 8);
            var scheduled = await service.GrantAsync(
                Given.Grant(new(2024, 4, 1), new(2024, 6, 30), service.Clock.Now, partnership, programme: programme)
            );
            service.Clock.Now = Given.In(2024, 7, 2);
            await service.SweepAsync<OpenDueReturns>();
            return await service.ReturnAsync(scheduled[0].Id);
        }

        public Task<Return> ReturnAsync(Guid id) =>
            service.ReadAsync((ReturnsContext db) => db.Returns.SingleAsync(r => r.Id == id, Cancellation));

        public Task<List<EventLogRow>> LogOfAsync(Guid id) =>
            service.ReadAsync(
                (ReturnsContext db) => db.EventLog.Where(r => r.Aggregate == id).OrderBy(r => r.Version).ToListAsync(Cancellation)
            );

        /// <summary>Everything that a return asks for, from a partnership's own system.</summary>
        public async Task FillInAsync(Return owed, Visitor? by = null)
        {
            var read = await service.ReturnAsync(owed.Id);
            var response = await (by ?? service.Editor).SendJsonAsync(
                HttpMethod.Put,
                $"/api{owed.Address}",
                await service.WholeAsync(read),
                read.Version
            );
            Assert.True(response.StatusCode == System.Net.HttpStatusCode.NoContent, await response.Content.ReadAsStringAsync(Cancellation));
        }

        /// <summary>The body that says all of a return: nothing is spent in later quarters.</summary>
        public Task<object> WholeAsync(Return owed) =>
            service.ReadAsync(
                async (ReturnsContext db) =>
                {
                    var later = (await db.FiguresAsync(owed, Cancellation)).LaterThisYear;
                    return (object)
                        new
                        {
                            Lines = owed
                                .Interventions.Select(i =>
                                    Given.LineOf(i) with
                                    {
                                        Forecasts = [.. later.Select(q => new Forecast(q, Money.Zero, Money.Zero))],
                                    }
                                )
                                .Select(line => new { line.InterventionId, Answers = Given.BodyOf(line) }),
                            Outcomes = new { Outcomes = "Fewer burglaries", Risks = "" },
                            MatchFunding = new { Received = Array.Empty<MatchReceived>() },
                            Underspend = new { Underspend = "0.00", UnderspendProposal = "" },
                            Rating = new { Rating = "Green", RatingReason = "As planned" },
                        };
                }
            );

        /// <summary>The editor saves a page that they have just opened.</summary>
        /// <returns>Where it leads.</returns>
        public async Task<string> SaveAsync(Return owed, string address, params (string Name, string Value)[] fields) =>
            await service.Editor.PostAndFollowAsync(address, (await service.ReturnAsync(owed.Id)).Answers(fields));

        /// <summary>The editor fills in the return and hands it over.</summary>
        public async Task HandOverAsync(Return owed)
        {
            await service.FillInAsync(owed);
            await service.AnswerAsync(owed);
            await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        }

        /// <summary>The editor answers all that was sent back.</summary>
        public async Task AnswerAsync(Return owed, string answer = "Changed as asked")
        {
            foreach (var note in (await service.ReturnAsync(owed.Id)).SentBack)
                await service.SaveAsync(owed, $"{owed.Address}/answers/{note.Section}", ("Answer", answer));
        }

        /// <summary>The lead certifies what was handed over.</summary>
        public async Task SubmitAsync(Return owed)
        {
            await service.HandOverAsync(owed);
            await service.CertifyAsync(owed);
        }

        public Task CertifyAsync(Return owed) =>
            service.Lead.PostAndFollowAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", "99"));

        /// <summary>An officer accepts it.</summary>
        public Task AcceptAsync(Return owed) => service.ActAsync(owed, r => r.Accept(null, Given.Officer, service.Clock.Now));

        /// <summary>An officer sends sections back.</summary>
        public Task SendBackAsync(Return owed, params SectionNote[] notes) =>
            service.ActAsync(
                owed,
                r => r.SendBack(notes, Given.Community.BackBy(London.DateOf(service.Clock.Now)), Given.Officer, service.Clock.Now)
            );

        /// <summary>What somebody else does with a return.</summary>
        public Task<int> ActAsync(Return owed, Func<Return, Result> act) =>
            service.ReadAsync(
                async (ReturnsContext db) =>
                {
                    Assert.True(act(await db.Returns.SingleAsync(r => r.Id == owed.Id, Cancellation)).IsDone);
                    return await db.SaveChangesAsync(Cancellation);
                }
            );

        /// <summary>
        /// Two returns of one grant, for April to June and July to September 2024; it is 2 October, both are open and the first is
        /// accepted.
        /// </summary>
        public async Task<IReadOnlyList<Return>> TwoQuartersAsync(params Intervention[] interventions)
        {
            service.Clock.Now = Given.In(2024, 4, 8);
            var returns = await service.GrantAsync(
                Given.Grant(new(2024, 4, 1), new(2024, 9, 30), service.Clock.Now, interventions: interventions)
            );
            service.Clock.Now = Given.In(2024, 10, 2);
            await service.SweepAsync<OpenDueReturns>();
            await service.SubmitAsync(returns[0]);
            await service.AcceptAsync(returns[0]);
            return [await service.ReturnAsync(returns[0].Id), await service.ReturnAsync(returns[1].Id)];
        }
    }

    extension(Return owed)
    {
        public string Address => QuarterAddress.Of(owed);

        public string PageOf(Intervention intervention, string page = "progress") =>
            $"{owed.Address}/interventions/{intervention.Id}/{page}";

        /// <summary>Answers to a page, read from this version of the return.</summary>
        public (string, string)[] Answers(params (string Name, string Value)[] fields) => [("Version", owed.Version.ToString()), .. fields];
    }
}
