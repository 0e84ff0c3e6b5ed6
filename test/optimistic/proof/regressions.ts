/** Schedules that went wrong once, by what the ledger got wrong. */
export const regressions: Record<string, string> = {
  'a host put back what was shown while a change was held, after it had been undone': `
    arrive
    hold u1
    rename ["members"] u1
    refetch ["list"]
    undo at 0
    deliver at 3
    roll back at 0
    end at 0 how reply`,
  'two echoes and a refetch: the list was asked twice': `
    batch u2, u1
    end at 0 how reply
    deliver at 0
    end at 0 how reply
    read at 0 lag 0
    commit at 0
    wait ms 30001`,
  'two unknown outcomes whose windows close together: each asked everything again': `
    remove u2
    end at 0 how lose
    batch u1
    deliver at 0
    end at 0 how lose
    wait ms 30001`,
  'others changed the image, and a late read brought back what the panel had seen of it': `
    arrive
    others set u1
    refetch ["list"]
    remove u1
    deliver at 0
    end at 0 how reply
    read at 1 lag 1
    refetch ["list"]
    refetch ["list"]`,
  'a host put back what was shown while a change was held, and called off the refetch that ran': `
    arrive
    hold u1
    rename ["user","u1"] u1
    undo at 0
    roll back at 0
    cancel ["user","u1"]`,
  'a host put back what was refused for now, and called off the refetch that ran': `
    arrive
    remove u1
    rename ["members"] u1
    end at 0 how wait
    roll back at 0
    cancel ["members"]
    rename ["members"] u1
    keep rename at 0
    deliver at 0
    end at 0 how reply`,
  'others changed the image before the server answered, and the host called off the refetch': `
    remove u1
    commit at 0
    others set u1
    deliver at 0
    end at 0 how reply
    cancel ["list"]`,
  'others changed the image before the server answered, and the refetch failed': `
    remove u1
    commit at 0
    others set u1
    deliver at 0
    end at 0 how reply
    fail read at 3`,
  'the router loaded an outdated image by a late read, of which nobody had told: only a refetch can tell': `
    remove u3
    end at 0 how reply
    deliver at 0
    open loaded u3 lag 1`,
}
