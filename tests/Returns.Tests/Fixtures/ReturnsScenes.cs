using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Returns.Data;
using Platform.Returns.Jobs;
using Platform.Returns.Model;
using Platform.Returns.Pages;
using Platform.ServiceDefaults.Persistence;

[assembly: AssemblyFixture(typeof(RunningService<Platform.Returns.ReturnsService>))]
// The tests share a database and a clock.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

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
            return await service.ReadAsync((ReturnsContext db) => db.Returns.Where(r => r.GrantId == made.Id).OrderBy(r => r.Quarter).ToListAsync(Cancellation));
        }

        /// <summary>A return for April to June 2024 that is open: it is Tuesday 2 July, noon. Due on Wednesday 31 July.</summary>
        public async Task<Return> OpenReturnAsync(Partnership? partnership = null, string programme = "Community safety fund")
        {
            service.Clock.Now = Given.In(2024, 4, 8);
            var scheduled = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 6, 30), service.Clock.Now, partnership, programme: programme));
            service.Clock.Now = Given.In(2024, 7, 2);
            await service.SweepAsync<OpenDueReturns>();
            return await service.ReturnAsync(scheduled[0].Id);
        }

        public Task<Return> ReturnAsync(Guid id) => service.ReadAsync((ReturnsContext db) => db.Returns.SingleAsync(r => r.Id == id, Cancellation));

        public Task<List<EventLogRow>> LogOfAsync(Guid id) =>
            service.ReadAsync((ReturnsContext db) => db.EventLog.Where(r => r.Aggregate == id).OrderBy(r => r.Version).ToListAsync(Cancellation));

        /// <summary>The editor fills in every intervention on its page and hands the return over.</summary>
        public async Task HandOverAsync(Return owed)
        {
            foreach (var intervention in owed.Interventions) await service.Editor.PostAndFollowAsync(owed.PageOf(intervention), owed.Answers(intervention));
            await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        }
    }

    extension(Return owed)
    {
        public string Address => QuarterAddress.Of(owed);

        public string PageOf(Intervention intervention) => $"{owed.Address}/interventions/{intervention.Id}";

        /// <summary>Answers to the intervention page, with changes.</summary>
        public (string, string)[] Answers(Intervention intervention, params (string Name, string Value)[] changes)
        {
            var fields = new Dictionary<string, string>
            {
                ["Version"] = owed.Version.ToString(), ["Status"] = "OnTrack", ["Narrative"] = "Went well", ["Capital"] = "£1,200", ["Revenue"] = "18.50",
            };
            for (var i = 0; i < intervention.Outputs.Count; i++) fields[$"Achieved[{i}]"] = "5";
            foreach (var (name, value) in changes) fields[name] = value;
            return [.. fields.Select(f => (f.Key, f.Value))];
        }
    }
}
