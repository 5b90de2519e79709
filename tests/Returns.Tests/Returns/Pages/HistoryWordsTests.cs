using Platform.Contracts;
using Platform.Returns.Returns.Pages;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Returns.Tests.Returns.Pages;

[Rule]
public sealed class HistoryWordsTests
{
    [Fact]
    public void EveryEventOfAReturn_HasWords() =>
        Assert.Equal(
            EventTypes.All.Where(t => t.IsAssignableTo(typeof(Event<ReturnDetails>))).Select(t => t.Name).Order(),
            HistoryModel.Words.Told.Select(t => t.Name).Order()
        );
}
