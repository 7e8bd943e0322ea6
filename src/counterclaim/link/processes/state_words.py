"""The words that give a process its states: verbs that take it as their object or subject, nouns behind it, and what
stands before a verb and settles the state."""

from __future__ import annotations

from counterclaim.records import ProcessState

S = ProcessState

#: Verbs and nouns that take the process as their object.
OBJECT: tuple[tuple[ProcessState, str], ...] = (
    (S.AGREED, r"agree(?:d|s|ing)?(?: on| to| upon)?|reach(?:ed|es|ing)?|sign(?:ed|s|ing)?|conclud(?:ed?|es|ing)"
               r"|broker(?:ed|s|ing)?|negotiated|struck|sealed|clinched|mediated|announc(?:ed?|es|ing)"
               r"|declar(?:ed?|es|ing)|announcement of|declaration of|worked out|hammered out|agreement (?:on|for)"
               r"|promis(?:ed?|es|ing)|provid(?:es|ed|ing) for"),
    (S.PROPOSED, r"propos(?:ed?|es|ing)|put(?:s|ting)? forward|float(?:ed|s|ing)|tabled|suggest(?:ed|s|ing)?"
                 r"|proposals? (?:for|of)"
                 r"|asked (?:[\w’'.-]+ ){1,3}for|present(?:ed|s|ing)|submit(?:ted|s|ting)?|unveil(?:ed|s|ing)?"
                 r"|outlin(?:ed?|es|ing)|circulat(?:ed?|es|ing)"),
    (S.OFFERED, r"offer(?:ed|s|ing)?(?: of)?|offers of|(?:ready|willing|prepared|readiness|willingness) for|open to"),
    (S.DEMANDED, r"demand(?:ed|s|ing)?(?: for)?|insist(?:ed|s|ing)? on"),
    (S.CALLED_FOR, r"call(?:ed|s|ing)?(?: again| also| once more| repeatedly)? for|asked for|urg(?:ed?|es|ing)"
                   r"|appeal(?:ed|s|ing)? for"
                   r"|plead(?:ed|s)? for|push(?:ed|es|ing) for|press(?:ed|es|ing) for"),
    (S.ACCEPTED, r"accept(?:ed|s|ing)?|approv(?:ed?|es|ing)|endors(?:ed?|es|ing)|acceptance of|sign(?:ed"
                 r"|s)? up to"),
    (S.REFUSED, r"reject(?:ed|s|ing)?|refus(?:ed?|es|ing)|turn(?:ed|s|ing) down|rul(?:ed?|es|ing) out"
                r"|declin(?:ed?|es|ing)"
                r"|spurn(?:ed|s|ing)|rejection of|refusal of|oppos(?:ed?|es|ing)"
                r"|no (?:point|sense|use|reason) (?:in|for)|sa(?:id|ys?) no to|snubb(?:ed|ing)"),
    (S.VIOLATED, r"violat(?:ed?|es|ing)|breach(?:ed|es|ing)?|br(?:oke|oken|eaks?|eaking)|flout(?:ed|s|ing)?"
                 r"|(?:violations?|breach(?:es)?|infringements?) (?:of|to|in)|has little impact on|in breach of"
                 r"|shatter(?:ed|ing)|shell(?:ed|ing)|bomb(?:ed|ing)|attack(?:ed|ing)|fir(?:ed|ing) (?:on|at)"
                 r"|block(?:ed|ing)"),
    (S.EXTENDED, r"extend(?:ed|s|ing)?|renew(?:ed|s|ing)?|prolong(?:ed|s|ing)?|extension|renewal|prolongation"),
    (S.SUSPENDED, r"suspend(?:ed|s|ing)?|fr(?:oze|ozen|eezes?)|stalled|postpon(?:ed?|es|ing)|suspension of"
                  r"|postponement of|suspended (?:its|their|his|her) participation in"),
    (S.ENDED, r"end(?:ed|s|ing)?|abandon(?:ed|s|ing)?|scrap(?:ped|s|ping)?|cancel(?:led|ed|s|ling|ing)?|quit"
              r"|call(?:ed|s|ing)? off|(?:shut|cut) (?:down|off)|sever(?:ed|ing)|end(?: of| to)|collapse (?:of"
              r"|in)|breakdown (?:of|in)|pull(?:ed)? out of"
              r"|walk(?:ed)? out of"
              r"|(?:declared|put|brought) an end to|br(?:oke|oken|eak|eaks|eaking) off|t(?:ore|orn) up"
              r"|walk(?:ed)? away from"
              r"|after the failure of|withdr[ae]w(?:n)? from"),
    (S.IN_FORCE, r"maintain(?:ed|s|ing)?|observ(?:ed?|es|ing)|respect(?:ed|s|ing)?|honou?r(?:ed|s|ing)?"
                 r"|abid(?:ed?|es|ing) by"
                 r"|compl(?:ied|ies|y|ying) with|adher(?:ed?|es|ing) to|keep(?:s|ing)?|kept|upheld|uphold(?:s|ing)?"
                 r"|ha(?:s|ve|d) had|(?:stay|remain|st(?:an|oo))(?:s|ed|ds?)? (?:committed to|by)|stick(?:s"
                 r"|ing)? to|stuck to"
                 r"|restor(?:ed?|es|ing)|re-?establish(?:ed|es|ing)?|re-?open(?:ed|s|ing)?|establish(?:ed|es"
                 r"|ing)?|set(?:ting)? up|open(?:ed|s|ing)?|(?:start|beginning"
                 r"|entry into force) of"),
    (S.HELD, r"h(?:eld|old(?:s|ing)?)|resum(?:ed?|es|ing)|beg(?:an|in|ins|un)|start(?:ed|s|ing)?"
             r"|(?:tak(?:e|es|ing)|took) part in|participat(?:ed?|es|ing) in|attend(?:ed|s"
             r"|ing)?|host(?:ed|s|ing)?"
             r"|resumption of"),
    (S.CARRIED_OUT, r"carr(?:ied|ies|ying) out|implement(?:ed|s|ing)?|complet(?:ed?|es|ing)|conduct(?:ed|s|ing)?"
                    r"|completion|implementation"),
    (S.SCHEDULED, r"schedul(?:ed?|es|ing)|plann(?:ed|ing)|plans? for|would set up"),
    (S.THREATENED, r"threaten(?:ed|s|ing)?(?: to (?:end|break|leave|quit|abandon|violate))"),
)  # fmt: skip
#: Verbs that say something of the process, and participles right behind it.
SUBJECT: tuple[tuple[ProcessState, str], ...] = (
    (S.SCHEDULED, r"(?:will|to|would) (?:resume|begin|start|open|reconvene) (?:again )?(?:on|in|next)\b"
                  r"|(?:resume|begin|start|open|reconvene)s? (?:again )?(?:on|next|in (?=[A-Z]\w+ber\b|January|Febr"
                  r"|March|April|May\b|Jun|Jul|Aug|\d{4}))\b"
                  r"|should have (?:started|begun|been held|taken place)|w(?:as|ere) to have (?:started|begun"
                  r"|been held)"
                  r"|would be (?:held|next)"),
    (S.SUSPENDED, r"(?:(?:did|has|have) not|didn['’]t) (?:take|taken) place|(?:was|were) not held"
                  r"|could not (?:start|begin|be held)"
                  r"|(?:was|were|been) (?:called off|put off|blocked|broken off)|(?:put|called|broken) off"),
    (S.IN_FORCE, r"(?:c[ao]m(?:e|es|ing)|went|goes|go|enter(?:s|ed|ing)?|took|takes?|taken"
                 r"|taking)(?: in)?(?:to)? (?:effect|force|hold)"
                 r"|in (?:force|effect|place)|beg(?:an|ins?|un)|start(?:ed|s)?|is holding|was holding"
                 r"|has (?:largely )?held"
                 r"|(?:has|have) been (?:largely |mostly )?(?:respected|kept|observed|restored)|restarted|resumed"
                 r"|(?:is|was) (?:being |mostly |"
                 r"largely )?(?:kept|observed|respected|holding)|stood|stands|exist(?:s|ed)|(?:was"
                 r"|were) put into (?:service|operation"
                 r"|effect)|(?:is|was|were|are|stood) open(?:ed)?|remain(?:s|ed)? (?:in (?:force|place|effect)"
                 r"|intact)|under ?way"
                 r"|(?:had|has|have) begun|holds|(?:re)?opened|reopens|open in\b"),
    (S.ENDED, r"(?:has |had )?(?:collapsed|broke down|broken down|expire[ds]?|fell apart|fallen apart"
              r"|unravell?ed|lapsed|ended|failed(?! to\b))"
              r"|ends|(?:is|was) (?:over|dead|finished)|was declared over|abandoned|came to an end|fell through"
              r"|floundered"
              r"|foundered|(?:was|were) (?:shut|closed)"),
    (S.VIOLATED, r"violated|breached|broken|not observed|had little (?:effect|impact)|has had little (?:effect"
                 r"|impact)|c[ao]me under (?:\w+ )?(?:fire|shellfire|shelling|attack|bombardment)|shelled|bombed"
                 r"|attacked"
                 r"|fired on"),
    (S.AGREED, r"agreed|reached|signed|concluded|announced|declared|brokered|negotiated|struck|sealed|mediated"
               r"|sponsored"),
    (S.EXTENDED, r"extended|renewed|prolonged"),
    (S.SUSPENDED, r"suspended|stalled|delayed|postponed|frozen|on hold|deadlocked|halted"),
    (S.REFUSED, r"rejected|refused|turned down|spurned"),
    (S.ACCEPTED, r"accepted|endorsed"),
    (S.PROPOSED, r"proposed|put forward"),
    (S.OFFERED, r"offered"),
    (S.DEMANDED, r"demanded"),
    (S.CARRIED_OUT, r"completed|carried (?:out|through)|went ahead|went off|took place|taken place|implemented"
                    r"|concluded|finished|(?:was|were"
                    r"|been|being|be) held"),
    (S.SCHEDULED, r"(?:due|expected|scheduled|set|planned) (?:to (?:begin|start|take (?:effect|place)|enter"
                  r"|come into|go into|resume"
                  r"|be (?:held|signed|carried out|completed)|expire|last|see|run)|for)"
                  r"|will (?:begin|start|be held|take (?:place|effect)|resume|enter into|come into)|to be held"
                  r"|(?:is|are) to (?:begin|start|take)|(?:was|were) to (?:begin|start|last|take (?:effect|place)"
                  r"|come into"
                  r"|enter into|go into|expire|resume|be (?:held|signed|carried out))|(?:will|would) go ahead"),
)  # fmt: skip
#: "The ceasefire proposal", "ceasefire violations": what stands right behind the noun.
COMPOUND: tuple[tuple[ProcessState, str], ...] = (
    (S.PROPOSED, r"proposals?|plan|initiative"),
    (S.OFFERED, r"offers?"),
    (S.VIOLATED, r"violations?|breach(?:es)?"),
    (S.EXTENDED, r"extension"),
    (S.ENDED, r"collapse"),
    (S.DEMANDED, r"demands?"),
)
#: What stands before an infinitive or gerund and settles its state; the first that fits.
GOVERNORS: tuple[tuple[ProcessState | None, str], ...] = (
    (S.REFUSED, r"refus\w+|declin\w+|unwilling|(?:not|n't) (?:ready|prepared|willing)|reluctan\w+"),
    (None, r"fail\w*|tr(?:y|ied|ies|ying)|attempt\w*|aim\w*|hop\w+|effort\w*|bid|order|discuss\w*|seek\w*"
           r"|sought|work\w*"
           r"|struggl\w*|negotiat\w+|intend\w*|want\w*|as if|push\w*|drive"),
    (S.OFFERED, r"ready|willing\w*|prepared|readiness|offer\w*|open"),
    (S.THREATENED, r"threat\w*"),
    (S.DEMANDED, r"demand\w*|insist\w*|order(?:ed|s)|ultimatum"),
    (S.CALLED_FOR, r"urg\w+|call\w*|appeal\w*|ask\w*|press\w*|encourag\w*|importance of|need\w*|must|should"
                   r"|exhort\w*|stress\w*|told|importance"),
    (S.AGREED, r"agree\w*|deals?|pledg\w*|promis\w*|vow\w*|commit\w*|accord|undert[ao]\w+|understanding|decid\w*"),
    (S.PROPOSED, r"propos\w*|suggest\w*|initiative|plans?|planned"),
)  # fmt: skip
