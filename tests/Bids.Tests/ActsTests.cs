namespace Platform.Bids.Tests;

[Rule]
public sealed class ActsTests
{
    [Fact]
    public void EachAct_IsForTheseRoles() =>
        EndpointTable.AssertActs(
            typeof(Acts),
            """
            WriteRounds: opcc-officer
            ReadExtensions: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner
            ReadAllExtensions: opcc-officer, assessor, finance, monitoring-officer, commissioner
            RequestExtension: partner-editor, partner-lead
            AnswerExtension: opcc-officer
            GiveExtension: opcc-officer
            ReadProfiles: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            WriteProfiles: opcc-officer
            ReadBids: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            SeePeople: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner
            WriteBid: partner-editor, partner-lead
            SubmitBid: partner-lead
            GiveBackBid: partner-lead
            WithdrawBid: partner-lead
            SendBackBid: opcc-officer
            ReadAssessments: opcc-officer, assessor, finance, monitoring-officer, commissioner
            AssessBids: assessor
            AssignAssessors: opcc-officer
            ReadUndeclared: opcc-officer
            ReadEveryPanel: opcc-officer
            ReadAgreedPanels: finance, monitoring-officer, commissioner
            ModerateBid: opcc-officer
            ReadRanking: opcc-officer, assessor, finance, monitoring-officer, commissioner
            ReadDecisions: opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            ReadUnsigned: opcc-officer, assessor, finance, monitoring-officer, commissioner
            PrepareDecision: opcc-officer
            CountPaperDecisions: opcc-officer
            ApproveDecision: finance
            DetermineDecision: monitoring-officer
            SignDecision: commissioner
            PublishDecision: opcc-officer
            ReadGrants: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            VaryGrant: opcc-officer
            ApproveVariation: finance
            CancelVariation: opcc-officer, finance
            AcceptGrant: partner-lead
            AnswerSubject: monitoring-officer
            """
        );
}
